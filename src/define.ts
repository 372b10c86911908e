import './elements/billing-provider/define.js';
import './elements/purchase-form/define.js';
