import './elements/billing-provider/define.js';
import './elements/expiry-gate/define.js';
import './elements/order-list/define.js';
import './elements/pricing-editor/define.js';
import './elements/purchase-form/define.js';
