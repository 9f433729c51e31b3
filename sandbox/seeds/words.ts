/** The words of Larkfield's incidents: its services and products. */

export const SERVICES = [
  'Checkout',
  'Payments',
  'Catalogue search',
  'Basket',
  'Delivery planning',
  'Accounts and sign-in',
  'Mobile gateway',
  'Warehouse picking',
  'Notifications',
  'Recommendations',
  'Data platform',
  'Network',
  'Compute platform',
  'Partner API',
  'Unknown',
] as const;

export const PRODUCTS = [
  'Web shop',
  'Mobile app',
  'Courier app',
  'Partner portal',
  'Store till',
  'Customer service desk',
] as const;
