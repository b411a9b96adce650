/** Reports once a second at most, the first time after a second, so that what is short says nothing. */
export function everySecond<Progress>(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = performance.now();
  return (progress) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    report(progress);
  };
}
