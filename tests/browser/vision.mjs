// How colours look to other eyes, and how far apart they are. Source for the page, like in-page.mjs.

export function installVision() {
  // Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
  const EYES = {
    'all colours': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  };

  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);

  /** CIELAB (D65) of an sRGB colour as these eyes see it. */
  function lab([red, green, blue], eyes) {
    const light = [red, green, blue].map(linear);
    const [r, g, b] = EYES[eyes].map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, i) => sum + part * light[i], 0))));
    const [x, y, z] = [
      (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
      0.2126729 * r + 0.7151522 * g + 0.072175 * b,
      (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
    ].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116));
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  }

  /** CIEDE2000, as Sharma, Wu and Dalal write it down. */
  function difference([light1, a1, b1], [light2, a2, b2]) {
    const rad = Math.PI / 180;
    const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
    const stretch = 1.5 - 0.5 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7));
    const [chroma1, chroma2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
    const angle = (a, b) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a * stretch) / rad + 360) % 360);
    const [hue1, hue2] = [angle(a1, b1), angle(a2, b2)];
    const grey = chroma1 * chroma2 === 0;
    let turn = grey ? 0 : hue2 - hue1;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    const hueStep = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin((turn / 2) * rad);
    let hue = hue1 + hue2;
    if (!grey) hue = Math.abs(hue1 - hue2) <= 180 ? hue / 2 : hue < 360 ? hue / 2 + 180 : hue / 2 - 180;
    const lightness = (light1 + light2) / 2 - 50;
    const chroma = (chroma1 + chroma2) / 2;
    const t = 1 - 0.17 * Math.cos((hue - 30) * rad) + 0.24 * Math.cos(2 * hue * rad) + 0.32 * Math.cos((3 * hue + 6) * rad) - 0.2 * Math.cos((4 * hue - 63) * rad);
    const rotation = -2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * rad);
    const l = (light2 - light1) / (1 + (0.015 * lightness ** 2) / Math.sqrt(20 + lightness ** 2));
    const c = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    const h = hueStep / (1 + 0.015 * chroma * t);
    return Math.sqrt(l ** 2 + c ** 2 + h ** 2 + rotation * c * h);
  }

  /** The eyes to which two colours are least apart, and how far that is. */
  function nearest(one, other) {
    return Object.keys(EYES)
      .map((eyes) => ({ eyes, apart: difference(lab(one, eyes), lab(other, eyes)) }))
      .reduce((low, next) => (next.apart < low.apart ? next : low));
  }

  suite.vision = { difference, nearest };
}
