/** The weight that an `Accept` header gives to a media type, 0 to 1; without the header everything is accepted. */
export function weightOf(accept: string | undefined, type: string): number {
  if (accept === undefined || accept.trim() === '') return 1;
  const [family = ''] = type.split('/');
  const offers = accept.split(',').map((offer) => {
    const [name = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    return { name, weight: weight >= 0 && weight <= 1 ? weight : 0 };
  });
  const found = [type, `${family}/*`, '*/*'].map((name) => offers.find((offer) => offer.name === name));
  return found.find((offer) => offer !== undefined)?.weight ?? 0;
}

/** Whether JSON is wanted rather than a page. */
export const prefersJson = (accept: string | undefined): boolean =>
  weightOf(accept, 'application/json') > weightOf(accept, 'text/html');
