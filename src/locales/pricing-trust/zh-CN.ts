import type { AmountMove, PriceShift } from '../../domain/index.js';
import { base } from '../common/base/zh-CN.js';
import { quotes } from '../common/quotes/zh-CN.js';
import type { PriceContext } from '../common/quotes/strings.js';
import type { FileLimits, PricingTrustStrings } from './strings.js';

const order = ({ seats, cycles }: Pick<PriceShift, 'seats' | 'cycles'>, context: PriceContext) =>
  `${quotes.seats(seats, context.format)} ${quotes.cycles(cycles, context.cycle, context.format)}`;

const move = ({ amountBefore, amount, percent }: AmountMove, context: PriceContext) => {
  const { format, currency } = context;
  if (amount === amountBefore) return `不变，${format.money(amount, currency)}`;
  const by = format.money(Math.abs(amount - amountBefore), currency);
  const share = percent === null ? '' : `（${format.percent(percent)}）`;
  const word = amount > amountBefore ? '涨' : '降';
  return `从 ${format.money(amountBefore, currency)} 到 ${format.money(amount, currency)}，${word} ${by}${share}`;
};

/** 简体中文 */
export const strings: PricingTrustStrings = {
  common: base,

  tools: {
    label: '版本和文件',
    history: '版本记录',
    templates: '模板',
    import: '导入',
    export: '导出',
    inForce: (version, by, at) => `使用中：版本 ${version}，${by}，${at}`,
  },
  guide: {
    merchantAccount: '下一步（服务商）：在平台开通商户号，开通后这里会自动更新。',
    authorization: (customer) =>
      `下一步（${customer}的管理员）：授权这个应用，授权后这里会自动更新。`,
    policy: '下一步（服务商）：填写定价策略并发布。',
    submission: '下一步（服务商）：提交上线。提交后仍可以修改定价。',
    launch: '下一步（服务商）：上线。上线后试用立即开始，客户可以购买。',
    trial: (endsAt) => `客户正在试用，到 ${endsAt} 结束；到时没有购买就会停用。`,
    selling: '全部完成，客户可以购买、续期和扩容。',
  },
  launch: {
    title: '现在上线？',
    text: (trialEnd, days) => `试用从现在开始，共 ${days}，到 ${trialEnd} 结束。`,
    zone: (timeZone) => `时间按 ${timeZone} 显示。`,
    then: (extra) =>
      extra === null
        ? '试用结束后应用停用，直到客户购买；试用期间也可以购买。'
        : `试用结束后应用停用，直到客户购买；管理员可以再申请一次 ${extra}的额外试用。`,
    terms: (version) => `试用条款以版本 ${version} 为准，上线后不再改变。`,
  },

  review: {
    title: (version) => `发布版本 ${version}`,
    first: '这是第一次发布，之后客户按这些价格购买。',
    who: '影响谁',
    audiences: {
      orders: '新订单',
      subscriber: '已购买的时长',
      trial: '试用',
      pending: '等待付款的订单',
    },
    impacts: {
      'price-up': (shift, context) =>
        `涨得最多的是 ${order(shift, context)}：${move(shift, context)}。`,
      'price-down': (shift, context) =>
        `降得最多的是 ${order(shift, context)}：${move(shift, context)}。`,
      'prices-kept': () => '价格不变。',
      'prices-not-comparable': () => '币种或定价周期变了，新旧价格不能直接比较，请逐项核对。',
      'fewer-sold': ({ min, max }, { format }) =>
        min === null || max === null
          ? '任何人数都不能下单。'
          : `可以购买的人数变少，只有 ${format.number(min)} 到 ${quotes.seats(max, format)}可以下单。`,
      'time-kept': ({ seats, endsAt }, { format }) =>
        `${quotes.seats(seats, format)}，用到 ${format.dateTime(endsAt)}，不受影响。`,
      renewal: (renewal, context) =>
        renewal.move
          ? `续期 ${order(renewal, context)}：${move(renewal.move, context)}。`
          : `续期 ${order(renewal, context)}：${context.format.money(renewal.amount, context.currency)}。`,
      'renewal-barred': ({ seats, violations }, context) =>
        `现有的 ${quotes.seats(seats, context.format)}将不能续期：${violations
          .map((violation) => quotes.violations[violation.code](violation as never, context))
          .join('')}`,
      'expansion-barred': ({ cycle }) =>
        `现有时长是按${quotes.cycleNames[cycle]}购买的，周期不同，到期前不能扩容。`,
      'trial-kept': ({ endsAt }, { format }) =>
        `按上线时的条款继续，到 ${format.dateTime(endsAt)} 结束，这里的修改不影响它。`,
      'trial-at-launch': ({ days, extraDays }, { format }) =>
        extraDays === null
          ? `上线后试用 ${quotes.days(days, format)}。`
          : `上线后试用 ${quotes.days(days, format)}，可以再申请 ${quotes.days(extraDays, format)}。`,
      'order-kept': ({ orderId }) => `订单 ${orderId} 保持原价。`,
    },
    changes: '修改了什么',
    risk: '发布前请确认',
    accept: (count, format) => `以上 ${format.number(count)} 项我已核对，确定这样发布`,
    acceptFirst: '请先核对上面的内容并勾选。',
    confirm: (version) => `发布版本 ${version}`,
  },

  conflict: {
    title: (version, by, at) => `${by}在 ${at} 发布了版本 ${version}`,
    text: '你的草稿还在。下面是双方的修改，逐项选择要哪一边，没有列出的两边相同。',
    older: (version) => `这份草稿是从版本 ${version} 开始的，已经不是最新版本。`,
    choose: '逐项选择',
    base: (version) => `版本 ${version}`,
    theirs: (version) => `版本 ${version}`,
    yours: '你的草稿',
    unchanged: '未改',
    unreadable: '还没有填完',
    both: '双方都改了',
    takeTheirs: (what) => `${what}：用对方的`,
    keepYours: (what) => `${what}：用我的`,
    allTheirs: '全部用对方的',
    allYours: '全部用我的',
    goOn: (version) => `按选择在版本 ${version} 之上继续`,
    drop: (version) => `放弃草稿，用版本 ${version}`,
    merged: (version) => `草稿已移到版本 ${version} 之上，请检查后发布。`,
    dropped: (version) => `已改用版本 ${version}，你的草稿可以找回。`,
  },
  rival: {
    title: '另一个标签页改了这份草稿',
    text: '两份都还在。选定之前，这里的修改不会保存，也不会覆盖那一份。',
    take: '用另一份',
    keep: '用这一份',
    taken: '已换成另一个标签页的草稿，原来的可以找回。',
    kept: '继续使用这一份草稿。',
  },
  replaced: {
    text: '之前的草稿已被替换，还可以找回。',
    recover: '找回之前的草稿',
    dismiss: '不用了',
    recovered: '已找回之前的草稿。',
  },

  history: {
    title: '版本记录',
    empty: { title: '还没有版本', text: '第一次发布后，每个版本都会记录在这里。' },
    current: '使用中',
    version: (version) => `版本 ${version}`,
    published: (by, at) => `${by}，${at}`,
    first: '第一次发布',
    same: '与上一个版本相同',
    changes: (count, format) => `${format.number(count)} 处修改`,
    before: (version) => `版本 ${version}`,
    restore: (version) => `把版本 ${version} 恢复为草稿`,
    restored: (version) => `版本 ${version} 已恢复为草稿，发布之前什么都不会改变。`,
    compare: '比较两个版本',
    from: '从',
    to: '到',
    draft: '草稿',
    differences: (from, to) => `${from} 与 ${to} 的差异`,
    noDifferences: '两边相同。',
    older: '显示更早的版本',
  },

  templates: {
    title: '从模板开始',
    text: '只填写价格、优惠、人数和最高价格，试用和周期不变。之前的内容可以找回。',
    begin: '选一个常见的定价方式，再改成自己的价格：',
    between: '；',
    applied: (title) => `已套用模板“${title}”。`,
    perSeat: { title: '固定单价', hint: '每人一个价，买得久有折扣' },
    volume: { title: '人多价低', hint: '人数越多，每人越便宜' },
    packages: { title: '套餐', hint: '按人数分档，每档一口价' },
    starter: { title: '小团队免费', hint: '前几个人免费，超出的人按单价' },
  },

  export: {
    title: '导出定价策略',
    text: '文件里是完整的定价策略，可以导入到其他客户。金额以最小货币单位（分）记录。',
    published: (version) => `草稿还有需要修改的地方，这里导出的是使用中的版本 ${version}。`,
    nothing: {
      title: '还不能导出',
      text: '草稿还有需要修改的地方，也还没有发布过版本。',
      next: '填写完整后再导出。',
    },
    content: '文件内容',
    download: '下载文件',
    copy: '复制内容',
    copied: '已复制到剪贴板。',
    copyFailed: '浏览器不允许复制，内容已选中，请手动复制。',
  },
  import: {
    title: '导入定价策略',
    text: '选择文件、拖到这里，或粘贴内容。全部无误才能使用，不会只导入一部分。',
    content: '文件内容（JSON）',
    choose: '选择文件',
    drop: '把文件拖到这里',
    use: '用它替换草稿',
    used: '已导入为草稿，发布之前什么都不会改变。',
    unreadable: '文件读不出来，草稿没有改变。请确认文件还在，再选一次。',
    empty: '还没有内容。',
    ready: (count, format) => `没有问题。与现在的草稿有 ${format.number(count)} 处不同：`,
    readyFirst: '没有问题，可以使用。',
    same: '没有问题，与现在的草稿相同。',
    issues: (count, format) => `有 ${format.number(count)} 处问题，草稿没有改变。`,
    more: (count, format) => `还有 ${format.number(count)} 处，改好前面的再看。`,
    show: '定位',
    showIn: (place) => `在内容里定位到${place}`,
    issue: issueText,
    places: {
      file: '文件',
      schema: '格式标记 schema',
      trial: '试用',
      'rule.type': '定价方式',
      'rule.tiers': '阶梯',
      'offer.type': '优惠的种类',
      'offer.steps': '优惠的档次',
      seatLimits: '购买人数',
      priceCap: '最高价格',
    },
    unknownKey: (key) => `不认识的项“${key}”，可能来自更新的版本，请删除它。`,
  },
};

function issueText(
  code: Parameters<PricingTrustStrings['import']['issue']>[0],
  { min, max }: FileLimits,
): string {
  switch (code) {
    case 'missing':
      return '缺少这一项。';
    case 'unknown-key':
      return '不认识这一项。';
    case 'wrong-type':
      return '类型不对。';
    case 'not-integer':
      return '需要是整数。';
    case 'out-of-range':
      if (min !== null && max !== null) return `需要在 ${min} 到 ${max} 之间。`;
      if (min !== null) return `不能小于 ${min}。`;
      return max === null ? '不在允许的取值里。' : `不能大于 ${max}。`;
    case 'not-rising':
      return '需要大于前一项。';
    case 'too-many-decimals':
      return '最多两位小数。';
    case 'both-amounts':
      return 'flatAmount 和 unitAmount 只能有一个。';
    case 'no-amount':
      return '缺少价格：flatAmount 或 unitAmount。';
    case 'open-tier-not-last':
      return '只有最后一级可以不限人数。';
    case 'trial-too-long':
      return `试用和额外试用合计不能超过 ${max ?? '60'} 天。`;
    case 'min-above-max':
      return '起售人数不能大于最多购买。';
    case 'unknown-currency':
      return '没有这个币种。';
    case 'too-large':
      return '内容太大，不是定价策略文件。';
    case 'too-deep':
      return '嵌套太深，不是定价策略文件。';
    case 'not-json':
      return '不是有效的 JSON，请检查引号、逗号和括号是否完整。';
    case 'other-schema':
      return '这不是定价策略文件。';
    case 'newer-schema':
      return '文件来自更新的版本，这里还不能读取。请更新后再导入。';
  }
}
