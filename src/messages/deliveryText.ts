const ways = { counter: '窓口受領', post: '郵送' } as const;

/** 提供の方法: the medium and the way that the proposal chose. */
export const deliveryText = ({
  medium,
  delivery,
}: {
  readonly medium: string | null;
  readonly delivery: keyof typeof ways | null;
}): string => [medium, delivery && ways[delivery]].filter((part) => part !== null).join('・');
