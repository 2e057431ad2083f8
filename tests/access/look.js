// What a check measures inside a page. Defined once; a function gives lines, one for each fault, or what is compared outside.
globalThis.look ??= (() => {
  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^='-'])";
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getClientRects().length > 0;
  const stops = () => [...document.querySelectorAll(STOPS)].filter((one) => !one.disabled && !one.closest("[inert]") && shown(Number(getComputedStyle(one).opacity) ? one : one.closest("label") ?? one));
  const words = (one) => (one.getAttribute("aria-label") || one.textContent || one.value || "").trim().replace(/\s+/g, " ").slice(0, 50);
  const called = (one) => `<${one.localName}${one.getAttribute("class") ? "." + one.getAttribute("class").split(" ")[0] : ""}> “${words(one)}”`;

  // contrast after WCAG 2.2, of two computed colours
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }), known = new Map();
  const parts = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => { const [low, high] = [light(one), light(other)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };
  const ground = (one) => { for (let at = one.parentElement; at; at = at.parentElement) { const colour = getComputedStyle(at).backgroundColor; if (parts(colour)[3] > 200) return colour; } return "white"; };

  // the element that shows the focus: itself, or the label of a control that is drawn by its label
  const drawn = (one) => (Number(getComputedStyle(one).opacity) === 0 ? one.closest("label") : one);
  const bar = (one) => { // a bar fixed to the foot of the window that the focus brings up
    const after = getComputedStyle(one, "::after");
    return after.position === "fixed" && after.content !== "none" ? parseFloat(after.height) + parseFloat(after.paddingTop) + parseFloat(after.paddingBottom) : 0;
  };

  function focus(limit) {
    const faults = [];
    for (const one of stops().slice(0, limit)) {
      one.focus({ focusVisible: true });
      if (document.activeElement !== one) { faults.push(`${called(one)} takes no focus`); continue; }
      const face = drawn(one), style = getComputedStyle(face), box = [...face.getClientRects()].find((part) => part.width && part.height) ?? face.getBoundingClientRect();
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(`${called(one)} shows no focus`);
      else if (contrast(style.outlineColor, ground(face)) < 3) faults.push(`${called(one)} shows its focus in a colour of ${contrast(style.outlineColor, ground(face)).toFixed(1)}:1`);
      const foot = innerHeight - bar(one);
      const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = box.top + box.height / 2;
      if (box.width < 1 || box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight) faults.push(`${called(one)} has the focus outside the window`);
      else if (box.bottom > foot + 1 && bar(one)) faults.push(`${called(one)} has the focus under the bar at the foot`);
      else if (y > 0 && y < innerHeight) {
        const top = document.elementFromPoint(x, y);
        if (top && !face.contains(top) && !top.contains(face) && (!face.ownerSVGElement || top.ownerSVGElement !== face.ownerSVGElement)) faults.push(`${called(one)} has the focus under ${called(top)}`);
      }
    }
    document.activeElement.blur();
    return faults;
  }

  // links and buttons that can be seen, and lists of contents, which repeat the headings, left out
  const controls = () => stops().filter((one) => !one.closest(".contents")).map((one) => `${one.localName} ${one.getAttribute("href") ?? ""} ${words(one)}`);

  function fits() {
    const faults = document.documentElement.scrollWidth > innerWidth ? [`is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`] : [];
    for (const one of document.querySelectorAll("body *")) {
      const style = getComputedStyle(one);
      if (!/hidden|clip/.test(style.overflowX + style.overflowY) || style.clipPath !== "none" || !one.textContent.trim() || one.ownerSVGElement || one.localName === "svg" || !shown(one)) continue;
      if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) faults.push(`${called(one)} is cut off`);
    }
    return faults;
  }

  function still() {
    const moving = document.getAnimations().map((one) => `${called(one.effect.target)} moves`);
    const lasting = (text) => text.split(",").some((part) => parseFloat(part) > 0);
    for (const one of document.querySelectorAll("*")) {
      const style = getComputedStyle(one);
      if (lasting(style.transitionDuration) || (style.animationName !== "none" && lasting(style.animationDuration))) moving.push(`${called(one)} would move`);
    }
    return getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? [...moving, "the page scrolls smoothly"] : moving;
  }

  function printed() {
    const faults = [...document.querySelectorAll("header.site-head, footer, nav, form, button, dialog, .skip")].filter((one) => shown(one) && !one.closest("th, .legend")).map((one) => `${called(one)} is printed`);
    if (!shown(document.querySelector("article h1"))) faults.push("its heading is not printed");
    for (const one of document.querySelectorAll("article cite a[href^=http]")) {
      if (shown(one) && !getComputedStyle(one, "::after").content.includes(one.getAttribute("href"))) faults.push(`${called(one)} is printed without its address`);
    }
    if (light(getComputedStyle(document.body).backgroundColor) < 0.9 && parts(getComputedStyle(document.body).backgroundColor)[3]) faults.push("it is printed on a dark ground");
    return faults;
  }

  // what is chosen must differ by more than a ground, which forced colours take away
  function forced() {
    const face = (one) => { const style = getComputedStyle(one); return ["outlineStyle", "outlineWidth", "borderTopColor", "borderTopWidth", "borderBottomColor", "borderBottomWidth", "color", "fontWeight", "textDecorationLine"].map((name) => style[name]).join(" "); };
    const faults = [];
    for (const [chosen, other] of [["[aria-selected=true]", "[aria-selected=false]"], [".kinds label:has(:checked)", ".kinds label:not(:has(:checked))"], [".site-nav [aria-current]", ".site-nav a:not([aria-current])"], [".legend [aria-pressed=true]", ".legend [aria-pressed=false]"]]) {
      const [one, two] = [document.querySelector(chosen), document.querySelector(other)];
      if (one && two && face(one) === face(two)) faults.push(`${called(one)} is chosen and looks like ${called(two)}`);
    }
    for (const one of document.querySelectorAll("article text")) {
      if (shown(one) && one.previousElementSibling?.matches(".here") && contrast(getComputedStyle(one).fill, getComputedStyle(one.previousElementSibling).fill) < 4.5) faults.push(`${called(one)} cannot be read on its mark`);
    }
    return faults;
  }

  // links in running text differ from it by more than a colour
  function underlined() {
    return [...document.querySelectorAll("article p a[href], article dd a[href], article li a[href]")].filter((one) => {
      const around = [...one.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim().length > 3);
      return around && shown(one) && !one.matches(".cite, .permalink, .tool") && getComputedStyle(one).textDecorationLine === "none";
    }).map((one) => `${called(one)} is told from the text by its colour only`);
  }

  // a Japanese face first, no line that begins with ー or ゃ, lines far enough apart, nothing slanted
  function japanese() {
    const faults = [], style = getComputedStyle(document.querySelector("article p, article"));
    if (!/Hiragino|Noto Sans (CJK )?JP/.test(style.fontFamily)) faults.push(`its words are set in ${style.fontFamily}`);
    if (style.lineBreak !== "strict") faults.push(`its lines break ${style.lineBreak}`);
    const text = [...document.querySelectorAll("article p.lead, article p[id]")].find(shown);
    if (text && parseFloat(getComputedStyle(text).lineHeight) < 1.7 * parseFloat(getComputedStyle(text).fontSize)) faults.push("its lines stand close");
    for (const one of document.querySelectorAll("article :is(em, i, cite, q, blockquote, figcaption)")) if (shown(one) && getComputedStyle(one).fontStyle !== "normal") faults.push(`${called(one)} is slanted`);
    return faults;
  }

  return { stops, shown, called, focus, controls, fits, still, printed, forced, underlined, japanese, dark: () => light(getComputedStyle(document.body).backgroundColor) < 0.2 };
})();
