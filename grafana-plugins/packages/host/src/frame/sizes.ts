/** Heights and widths of the frame in CSS pixels, those of Grafana. */
export const TOP_BAR_HEIGHT = 40;
export const RAIL_WIDTH = 48;
