import type { BaseStrings } from './strings.js';

export const base: BaseStrings = {
  loading: '正在加载',
  retry: '重试',
  close: '关闭',
  cancel: '取消',
  copy: '复制',
  copied: '已复制',
  optional: '选填',
  noBackend: {
    title: '还没有连接计费服务',
    text: '这里的内容来自计费服务，页面还没有提供。',
    next: '请联系网站管理员接入后再来。',
  },
  noInstallation: {
    title: '还没有指定应用',
    text: '页面没有说明这里显示哪个应用的内容。',
    next: '请联系网站管理员补充应用编号。',
  },
  loadFailed: {
    title: '暂时没有加载出来',
    text: '已有的数据没有受到影响。',
    next: '请检查网络后重试。',
  },
  stale: '刚才没有更新成功，显示的可能不是最新内容。',
};
