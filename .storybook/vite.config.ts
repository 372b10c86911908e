import { defineConfig } from 'vite';
import { alias } from '../vite.config.js';

export default defineConfig({ resolve: { alias }, build: { target: 'es2022' } });
