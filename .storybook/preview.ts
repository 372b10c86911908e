import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'circlehollow',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'zh-CN' },
  parameters: { a11y: { test: 'error' }, controls: { expanded: true } },
  decorators: [
    (story, { globals }) => {
      const { theme, locale } = globals;
      document.documentElement.style.colorScheme = theme === 'dark' ? 'dark' : 'light';
      document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
      return story();
    },
  ],
};

export default preview;
