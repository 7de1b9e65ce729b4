import { useApp } from '#renderer/app/store/use-app.ts';

export const Board = () => <h1>{useApp((state) => state.board?.topic.title)}</h1>;
