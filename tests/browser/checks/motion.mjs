// Motion: with no wish told, nothing moves on for longer than a reader may be asked to bear; with less asked for, nothing moves.

export default {
  name: 'motion',
  states: ['wide', 'moving'],
  check: (tab) =>
    tab.evaluate(() => {
      const { name, unique } = suite;
      const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const findings = [];
      const seconds = (list) => list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1));
      for (const element of document.querySelectorAll('*')) {
        for (const pseudo of [null, '::before', '::after']) {
          const style = getComputedStyle(element, pseudo);
          if (pseudo && ['none', 'normal'].includes(style.content)) continue;
          const where = `${name(element)}${pseudo ?? ''}`;
          if (style.animationName !== 'none') {
            const rounds = style.animationIterationCount.split(',').map((one) => (one.trim() === 'infinite' ? Infinity : Number(one)));
            const longest = Math.max(...seconds(style.animationDuration).map((one, index) => one * rounds[index % rounds.length]));
            if (reduced) findings.push(`${where} moves though less motion is asked for`);
            // 2.2.2: what starts by itself may go on for five seconds.
            else if (longest > 5) findings.push(`${where} moves for ${longest} s`);
          }
          const change = Math.max(...seconds(style.transitionDuration)) + Math.max(...seconds(style.transitionDelay));
          if (reduced && change > 0) findings.push(`${where} changes over ${change} s though less motion is asked for`);
          else if (change > 0.3) findings.push(`${where} changes over ${change} s, 0.3 s is enough`);
        }
        if (reduced && getComputedStyle(element).scrollBehavior === 'smooth') findings.push(`${name(element)} scrolls smoothly though less motion is asked for`);
      }
      for (const element of document.querySelectorAll('marquee, blink, animate, animateMotion, animateTransform, set, video[autoplay], meta[http-equiv=refresh i], img[src$=".gif" i]')) {
        findings.push(`${name(element)} moves by itself`);
      }
      if (reduced && document.getAnimations().length > 0) findings.push(`${document.getAnimations().length} animations run though less motion is asked for`);
      return unique(findings);
    }),
};
