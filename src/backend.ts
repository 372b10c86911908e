export * from './contract/index.js';
export * from './backends/local/index.js';
export * from './backends/http/index.js';
export { provideBackend } from './ui/provide-backend.js';
