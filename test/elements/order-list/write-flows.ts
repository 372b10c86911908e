import type { Order, Role } from '../../../src/contract/index.js';
import type { CallName } from '../../helpers/faulty-backend.js';
import type { ListPage } from './page.js';
import { INVOICE, type Chapter } from './world.js';

type Event = Order['timeline'][number]['event'];

/** Something a role does to the newest order in a dialog, and what is true in the store once it is done. */
export interface WriteFlow {
  name: string;
  call: CallName;
  role: Role;
  chapter: Chapter;
  /** The action's name in the menu. */
  action: string;
  /** The boxes that are ticked. */
  ticked?: readonly string[];
  /** What is typed, by the field. */
  typed?: Readonly<Record<string, string>>;
  /** What the page says in the end. */
  done: string;
  /** How often it happened to all orders together, once it is done once. */
  happened: Readonly<Partial<Record<Event, number>>>;
  /** How many orders there are then. */
  orders?: number;
}

const bought: Chapter = async (history) => {
  await history.buy({ kind: 'new', seats: 10, cycles: 1 });
};

const waiting: Chapter = async (history) => {
  await history.start(await history.order({ kind: 'new', seats: 10, cycles: 1 }));
};

const asked: Chapter = async (history) => {
  const { id } = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
  await history.administrator.requestRefund(id, { reason: '人数算错了', key: history.key() });
};

const failed: Chapter = async (history) => {
  await history.simulation.gateway.failRefunds(1);
  const { id } = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
  await history.administrator.requestRefund(id, { reason: '人数算错了', key: history.key() });
  await history.provider.decideRefund(id, { decision: 'approve' });
  await history.simulation.work();
};

const invoiced: Chapter = async (history) => {
  const { id } = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
  await history.administrator.requestInvoice(id, { details: INVOICE, key: history.key() });
};

const complained: Chapter = async (history) => {
  const { id } = await history.buy({ kind: 'new', seats: 10, cycles: 1 });
  await history.administrator.fileComplaint(id, {
    category: 'service',
    text: '三天没有回复',
    contact: '138 0000 0000',
    key: history.key(),
  });
};

const transferred: Chapter = async (history) => {
  await history.simulation.gateway.leaveTransfers(1);
  const order = await history.order({ kind: 'new', seats: 10, cycles: 1 });
  await history.start(order, 'bank-transfer');
  await history.later(3);
};

const ORDINARY = {
  '#task-title': '远山科技有限公司',
  '#task-taxNumber': '91350100M000100Y43',
  '#task-email': 'finance@example.com',
};

/** Every write of every role. */
export const WRITE_FLOWS: readonly WriteFlow[] = [
  {
    name: 'cancelling',
    call: 'cancelOrder',
    role: 'administrator',
    chapter: waiting,
    action: '取消订单',
    done: '订单已取消。',
    happened: { cancelled: 1 },
  },
  {
    name: 'asking for a refund',
    call: 'requestRefund',
    role: 'administrator',
    chapter: bought,
    action: '申请退款',
    typed: { '#task-reason': '人数算错了' },
    done: '退款申请已提交。',
    happened: { 'refund-requested': 1 },
  },
  {
    name: 'approving a refund',
    call: 'decideRefund',
    role: 'provider',
    chapter: asked,
    action: '处理退款',
    ticked: ['input[value="approve"]'],
    done: '退款处理结果已提交。',
    happened: { 'refund-approved': 1, refunded: 1 },
  },
  {
    name: 'rejecting a refund',
    call: 'decideRefund',
    role: 'provider',
    chapter: asked,
    action: '处理退款',
    ticked: ['input[value="reject"]'],
    typed: { '#task-reason': '席位已经使用' },
    done: '退款处理结果已提交。',
    happened: { 'refund-rejected': 1 },
  },
  {
    name: 'trying a refund again',
    call: 'decideRefund',
    role: 'provider',
    chapter: failed,
    action: '重新退款',
    done: '已重新发起退款。',
    happened: { 'refund-approved': 2, 'refund-failed': 1, refunded: 1 },
  },
  {
    name: 'asking for an ordinary invoice',
    call: 'requestInvoice',
    role: 'administrator',
    chapter: bought,
    action: '申请开票',
    typed: ORDINARY,
    done: '开票申请已提交。',
    happened: { 'invoice-requested': 1 },
  },
  {
    name: 'asking for a special invoice',
    call: 'requestInvoice',
    role: 'administrator',
    chapter: bought,
    action: '申请开票',
    ticked: ['input[name="task-type"][value="special"]'],
    typed: {
      ...ORDINARY,
      '#task-address': '北京市海淀区一号',
      '#task-phone': '010 8888 0000',
      '#task-bank': '招商银行',
      '#task-account': '6214 0000 0000 0000',
    },
    done: '开票申请已提交。',
    happened: { 'invoice-requested': 1 },
  },
  {
    name: 'marking an invoice',
    call: 'markInvoice',
    role: 'provider',
    chapter: invoiced,
    action: '处理开票',
    ticked: ['input[value="sent"]'],
    done: '开票状态已更新。',
    happened: { 'invoice-sent': 1 },
  },
  {
    name: 'lowering the price',
    call: 'lowerPrice',
    role: 'provider',
    chapter: waiting,
    action: '改价',
    typed: { '#task-amount': '1,000.50' },
    done: '改价成功',
    happened: { replaced: 1, created: 2 },
    orders: 2,
  },
  {
    name: 'complaining',
    call: 'fileComplaint',
    role: 'administrator',
    chapter: bought,
    action: '投诉服务商',
    ticked: ['input[name="task-category"][value="price"]'],
    typed: { '#task-text': '价格和说好的不一样', '#task-contact': '138 0000 0000' },
    done: '投诉已提交',
    happened: { 'complaint-filed': 1 },
  },
  {
    name: 'answering a complaint',
    call: 'answerComplaint',
    role: 'operator',
    chapter: complained,
    action: '答复投诉',
    typed: { '#task-text': '正在核实，请稍候。' },
    done: '答复已提交。',
    happened: { 'complaint-answered': 1 },
  },
  {
    name: 'closing a complaint',
    call: 'answerComplaint',
    role: 'operator',
    chapter: complained,
    action: '答复投诉',
    ticked: ['#task-close'],
    typed: { '#task-text': '已确认解决，感谢反馈。' },
    done: '答复已提交。',
    happened: { 'complaint-answered': 1, 'complaint-closed': 1 },
  },
  {
    name: 'confirming a transfer',
    call: 'confirmTransfer',
    role: 'operator',
    chapter: transferred,
    action: '确认到账',
    typed: {
      '#task-transactionId': 'B2026030288',
      '#task-amount': '1200',
      '#task-receivedDay': '2026-03-02',
      '#task-receivedTime': '09:30',
    },
    done: '到账信息已记录',
    happened: { 'transfer-confirmed': 1, paid: 1 },
  },
];

/** Opens the dialog for the newest order and fills it in. */
export async function fillIn({ action, ticked = [], typed = {} }: WriteFlow, page: ListPage) {
  await page.start(page.ids[0]!, action);
  for (const selector of ticked) {
    page.get(`#task-dialog ${selector}`).click();
    await page.list.updateComplete;
  }
  for (const [selector, text] of Object.entries(typed)) await page.type(selector, text);
}

/** Whether the fields of the dialog show what was put in. */
export function stillTyped({ ticked = [], typed = {} }: WriteFlow, page: ListPage): boolean {
  return (
    ticked.every((selector) => page.input(`#task-dialog ${selector}`).checked) &&
    Object.entries(typed).every(([selector, text]) => page.input(selector).value === text)
  );
}
