import { checkStories } from './check-stories.js';

checkStories('dark');
