import { createLocalBackend, type LocalBackend, type Role } from 'seatkit/backend';

export const INSTALLATION = 'story';

/** An app that is priced and launched, with ten seats bought: enough for every element to have something to show. */
export function soldApp(session: Role = 'administrator'): LocalBackend {
  return createLocalBackend({
    session,
    seed: async ({ as, clock, installations, gateway, work }) => {
      await clock.advance({ days: -100 });
      await installations.create(INSTALLATION, {
        appName: '项目助手',
        providerName: '智联软件',
        customerName: '云杉物流',
        contacts: ['林悦'],
      });
      const provider = as('provider');
      await provider.publishPolicy(INSTALLATION, {
        baseVersion: null,
        policy: {
          currency: 'CNY',
          trial: { days: 15, extraDays: 7 },
          cycle: 'year',
          rule: { type: 'per-seat', unitAmount: 12_000 },
          offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 90 }] },
          seatLimits: { min: 5, max: 500 },
          priceCap: null,
          expansion: 'new-term',
        },
      });
      await provider.submit(INSTALLATION);
      await provider.launch(INSTALLATION);
      const administrator = as('administrator');
      const request = { kind: 'new', seats: 10, cycles: 1 } as const;
      const quote = await administrator.quote(INSTALLATION, request);
      const { id } = await administrator.createOrder(INSTALLATION, {
        request,
        quote,
        acceptForfeit: false,
        key: 'story-order',
      });
      await administrator.startPayment(id, {
        method: 'wechat',
        environment: 'desktop',
        key: 'story-payment',
      });
      const { payments } = await administrator.order(id);
      await gateway.pay(payments[0]?.number ?? '');
      await work();
      await clock.advance({ days: 100 });
    },
  });
}
