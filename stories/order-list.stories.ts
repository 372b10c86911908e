import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import {
  BackendError,
  type BillingBackend,
  type LocalBackend,
  type OrderFilter,
} from 'seatkit/backend';
import type { OrderList } from '../src/elements/order-list/order-list.js';
import 'seatkit/order-list/define';
import {
  createWorld,
  eventful,
  INSTALLATION,
  INVOICE,
  many,
  refundAsked,
  type WorldOptions,
} from '../test/elements/order-list/world.js';
import { createCrowd } from '../test/elements/order-list/crowd.js';
import { ListDriver } from './order-list.driver.js';

type Args = Pick<
  OrderList,
  'payUrl' | 'timeZone' | 'theme' | 'filter' | 'filterInUrl' | 'columns' | 'rowActions'
>;

const meta: Meta<OrderList> = {
  title: 'Elements/order-list',
  component: 'order-list',
  args: { timeZone: 'Asia/Shanghai', filter: {} },
  argTypes: { theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] } },
};

export default meta;

type Story = StoryObj<OrderList>;

/** The world of the story that was drawn last, for what happens in it afterwards. */
let world: LocalBackend;

function list(
  args: Partial<Args>,
  backend: BillingBackend | null,
  several = false,
): TemplateResult {
  sessionStorage.clear();
  localStorage.clear();
  return html`<order-list
    installation-id=${several ? '' : INSTALLATION}
    pay-url=${ifDefined(args.payUrl ?? undefined)}
    time-zone=${ifDefined(args.timeZone ?? undefined)}
    .theme=${args.theme ?? 'auto'}
    filter-in-url=${ifDefined(args.filterInUrl ?? undefined)}
    .filter=${args.filter ?? {}}
    .columns=${args.columns ?? []}
    .rowActions=${args.rowActions ?? []}
    .backend=${backend}
  ></order-list>`;
}

/** A list in a world of its own, and what is done in it. */
function story(
  options: WorldOptions,
  act?: (driver: ListDriver) => Promise<void>,
  rest: Omit<Story, 'render' | 'play'> = {},
): Story {
  return {
    ...rest,
    render: (args) => {
      world = createWorld(options);
      return list(args, world);
    },
    ...(act && { play: ({ canvasElement }) => act(new ListDriver(canvasElement)) }),
  };
}

/** A year of orders as the customer's administrator sees them. */
export const Ready = story({ chapter: eventful }, (driver) => driver.rows());

export const NoBackend: Story = { render: (args) => list(args, null) };

export const Loading = story({ faults: { orders: 'hang' } }, (driver) => driver.sees('.loading'), {
  parameters: { busy: true },
});

export const Empty = story({}, (driver) => driver.sees('.state.empty'));

export const Failed = story({ faults: { orders: 'network' } }, (driver) =>
  driver.sees('.state.failed'),
);

/** Asking again failed: the rows stay. */
export const Stale = story({ chapter: eventful }, async (driver) => {
  await driver.rows();
  world.simulation.setFaults({ orders: 'unavailable' });
  await driver.list.refresh();
  await driver.sees('.banner.warning');
});

/** Members are told whom to ask. */
export const Member = story({ chapter: eventful, session: 'member' }, (driver) =>
  driver.sees('.state.empty'),
);

export const NoMatch = story({ chapter: eventful }, (driver) => driver.sees('.state.empty'), {
  args: { filter: { text: '没有这样的订单' } },
});

export const Filtered = story({ chapter: eventful }, (driver) => driver.rows(), {
  args: {
    filter: {
      statuses: ['paid', 'refunded'],
      minAmount: 200_000,
      sort: { by: 'amount', direction: 'descending' },
    } satisfies OrderFilter,
  },
});

/** The box of a filter. */
export const FilterOpen = story({ chapter: eventful }, async (driver) => {
  await driver.rows();
  await driver.click('#chip-statuses');
  await driver.sees('#box-statuses:popover-open');
});

/** What the list is narrowed by stands in the address of the page, here of the story's frame. */
export const FilterInUrl: Story = {
  args: { filterInUrl: 'orders' },
  render: (args) => {
    const url = new URL(location.href);
    url.searchParams.set('orders', 'status:paid,refunded;sort:amount-desc');
    history.replaceState(history.state, '', url);
    world = createWorld({ chapter: eventful });
    return list(args, world);
  },
  play: async ({ canvasElement }) => {
    const driver = new ListDriver(canvasElement);
    await driver.sees('#chip-statuses.active');
    await driver.rows();
  },
};

/** Which columns are shown, and which an export has; kept in this browser. */
export const ColumnChoice = story({ chapter: eventful }, async (driver) => {
  await driver.rows();
  await driver.openColumns();
  await driver.click('#column-method');
  await driver.sees('#reset-columns');
});

/** Columns of the host's own stand before the actions. */
export const HostColumns = story({ chapter: eventful }, (driver) => driver.rows(), {
  args: {
    columns: [
      { id: 'buyer', label: '下单人', text: ({ createdBy }) => createdBy.userName },
      { id: 'days', label: '天数', align: 'end', text: ({ quote }) => `${quote.purchasedDays}` },
    ],
  },
});

/** Actions of the host's own stand after the list's; one cannot be done and says why. */
export const HostActions = story(
  { chapter: eventful },
  async (driver) => {
    await driver.rows();
    await driver.menu(1);
    await driver.sees('#menu [data-host-action]');
  },
  {
    args: {
      rowActions: [
        { id: 'note', label: '写备注' },
        { id: 'book', label: '记账', disabledReason: () => '会计期间已经关闭。' },
      ],
    },
  },
);

/** From a thousand orders on an export is watched, and can be cancelled. */
export const ExportProgress: Story = {
  render: (args) => {
    const crowd = createCrowd(1800);
    const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
    crowd.orders = (filter, cursor, options) =>
      // What comes after the fourth page of the export is never answered.
      filter.limit === 200 && cursor === 'o-001001'
        ? new Promise(() => undefined)
        : orders(filter, cursor, options);
    return list(args, crowd);
  },
  parameters: { busy: true },
  play: async ({ canvasElement }) => {
    const driver = new ListDriver(canvasElement);
    await driver.rows();
    await driver.click('#export');
    await driver.sees('#cancel-export');
  },
};

/** The second page of the export did not come: what has been read is kept for the next try. */
export const ExportFailed: Story = {
  render: (args) => {
    const crowd = createCrowd(450);
    const orders: BillingBackend['orders'] = crowd.orders.bind(crowd);
    crowd.orders = (filter, cursor, options) =>
      filter.limit === 200 && cursor === 'o-000251'
        ? Promise.reject(new BackendError('network'))
        : orders(filter, cursor, options);
    return list(args, crowd);
  },
  play: async ({ canvasElement }) => {
    const driver = new ListDriver(canvasElement);
    await driver.rows();
    await driver.click('#export');
    await driver.sees('.export-notice [role="alert"]');
  },
};

/** What a print puts on paper, shown in place of the list. */
export const PrintPreview = story(
  { chapter: eventful },
  async (driver) => {
    await driver.rows();
    await driver.showPrint();
  },
  { args: { filter: { statuses: ['paid', 'refunded', 'pending'] } } },
);

/** Only the rows near what is seen are drawn; pages come as they come near. */
export const ManyOrders = story({ chapter: many(120) }, (driver) => driver.rows());

/** The scroll bar tells the truth from the start, and rows stand in for those that have not come. */
export const HundredThousand: Story = {
  render: (args) => list(args, createCrowd(100_000)),
  play: ({ canvasElement }) => new ListDriver(canvasElement).sees('.windowed'),
};

/** The first page is there, the second does not come. */
export const NextPageFails = story({ chapter: many(120) }, async (driver) => {
  await driver.rows();
  world.simulation.setFaults({ orders: 'timeout' });
  await driver.sees('.windowed');
  driver.list.scrollIntoView({ block: 'end' });
  await driver.sees('.banner.danger');
});

/** Orders of all installations: each names its company and app. */
export const SeveralInstallations: Story = {
  render: (args) => {
    world = createWorld({ chapter: eventful, session: 'provider' });
    return list(args, world, true);
  },
  play: ({ canvasElement }) => new ListDriver(canvasElement).rows(),
};

export const Details = story({ chapter: eventful }, async (driver) => {
  await driver.rows();
  await driver.open(4);
});

/** What can be done to an order, and why some of it cannot be done now. */
export const Menu = story({ chapter: eventful }, async (driver) => {
  await driver.rows();
  await driver.menu(1);
});

/** With a page of the host to pay on, paying is a link. */
export const PayLink = story({ chapter: eventful }, (driver) => driver.rows(), {
  args: { payUrl: 'https://example.com/pay/{orderId}' },
});

/** Nobody listens to `order-pay`, and there is no page to pay on. */
export const PayHint = story({ chapter: eventful }, async (driver) => {
  await driver.rows();
  await driver.click('tr [data-action="pay"]');
  await driver.sees('.notice .banner');
});

export const CancelOrder = story({ chapter: eventful }, (driver) => driver.start(0, 'cancel'));

export const RequestInvoice = story({ chapter: eventful }, (driver) =>
  driver.start(1, 'request-invoice'),
);

/** A special invoice with every field missing. */
export const InvoiceFaults = story(
  {
    chapter: async (history) => {
      await history.buy({ kind: 'new', seats: 10, cycles: 1 });
    },
  },
  async (driver) => {
    await driver.start(0, 'request-invoice');
    await driver.click('input[value="special"]');
    await driver.type('#task-taxNumber', '91350100M000100Y44');
    await driver.submit();
    await driver.sees('[aria-invalid="true"]');
  },
);

/** What comes back and what is lost, before anything is asked for. */
export const RequestRefund = story(
  {
    chapter: async (history) => {
      await history.buy({ kind: 'new', seats: 20, cycles: 1 });
      await history.later(100);
      await history.buy({ kind: 'expand', seats: 30, cycles: 1 });
    },
  },
  (driver) => driver.start(0, 'request-refund'),
);

export const FileComplaint = story({ chapter: eventful }, (driver) =>
  driver.start(1, 'file-complaint'),
);

/** A dialog whose answer did not come: nothing typed is lost. */
export const TaskFailed = story({ chapter: eventful }, async (driver) => {
  await driver.start(1, 'file-complaint');
  await driver.click('input[value="service"]');
  await driver.type('#task-text', '一直没有人回复。');
  await driver.type('#task-contact', '138 0000 0000');
  world.simulation.setFaults({ fileComplaint: 'network' });
  await driver.submit();
  await driver.sees('.dialog .banner.danger');
});

export const ProviderDecidesRefund = story(
  { chapter: refundAsked, session: 'provider' },
  async (driver) => {
    await driver.start(0, 'decide-refund');
    await driver.click('input[value="approve"]');
  },
);

/** The operator sees every order, and answers complaints. */
export const Operator: Story = {
  render: (args) => {
    world = createWorld({ chapter: eventful, session: 'operator' });
    return list(args, world, true);
  },
  play: ({ canvasElement }) => new ListDriver(canvasElement).rows(),
};

/** Somebody else has decided meanwhile. */
export const Conflict = story({ chapter: refundAsked, session: 'provider' }, async (driver) => {
  await driver.start(0, 'decide-refund');
  await driver.click('input[value="approve"]');
  world.simulation.setFaults({ decideRefund: 'conflict' });
  await driver.submit();
  await driver.sees('.dialog .banner.danger');
});

export const ProviderMarksInvoice = story(
  {
    session: 'provider',
    chapter: async (history) => {
      const order = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
      const input = { details: INVOICE, key: history.key() };
      await history.administrator.requestInvoice(order.id, input);
    },
  },
  (driver) => driver.start(0, 'mark-invoice'),
);

export const ProviderLowersPrice = story({ chapter: eventful, session: 'provider' }, (driver) =>
  driver.start(0, 'lower-price'),
);

export const OperatorAnswers = story({ chapter: eventful, session: 'operator' }, (driver) =>
  driver.start(4, 'answer-complaint'),
);

/** The operator saw a transfer arrive that the gateway does not see; the amount is another. */
export const OperatorConfirmsTransfer = story(
  {
    session: 'operator',
    chapter: async (history) => {
      await history.simulation.gateway.leaveTransfers(1);
      const order = await history.order({ kind: 'new', seats: 10, cycles: 1 });
      await history.start(order, 'bank-transfer');
      await history.later(2);
    },
  },
  async (driver) => {
    await driver.start(0, 'confirm-transfer');
    await driver.type('#task-transactionId', 'B2026030288001');
    await driver.type('#task-amount', '1,199.99');
  },
);

/** Money that came twice: each word of the gateway, and what goes back. */
export const PaymentTold = story(
  {
    chapter: async (history) => {
      const order = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
      const { payments } = await history.administrator.order(order.id);
      const number = payments[0]?.number ?? '';
      await history.simulation.gateway.deliver(number);
      await history.simulation.gateway.pay(number, { force: true });
    },
  },
  async (driver) => {
    await driver.rows();
    await driver.open(0);
  },
);

/** Changes do not come by themselves. */
export const Unwatched: Story = {
  render: (args) => {
    world = createWorld({ chapter: eventful });
    const watch = () => {
      throw new Error('There is no stream');
    };
    return list(args, { ...world, watch });
  },
  play: ({ canvasElement }) => new ListDriver(canvasElement).sees('.unwatched'),
};

/** On a narrow box each order is a card with the same facts. */
export const Phone: Story = {
  render: (args) => {
    world = createWorld({ chapter: eventful });
    return html`<div class="phone">${list(args, world)}</div>`;
  },
  play: async ({ canvasElement }) => {
    canvasElement.querySelector<HTMLElement>('.phone')!.style.width = '360px';
    await new ListDriver(canvasElement).rows();
  },
};

/** The cards show the chosen facts, and the box to choose them fits. */
export const PhoneColumns: Story = {
  render: Phone.render!,
  play: async ({ canvasElement }) => {
    canvasElement.querySelector<HTMLElement>('.phone')!.style.width = '360px';
    const driver = new ListDriver(canvasElement);
    await driver.rows();
    await driver.openColumns();
  },
};
