import { useApp } from '#renderer/app/store/use-app.ts';

export const Navigator = () => <p>{useApp((state) => state.tree?.length)}</p>;
