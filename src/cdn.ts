/** One file for a `<script type="module">`: registers the elements and gives everything else. */
import './define.js';

export * from './index.js';
