import { configure } from '@testing-library/react';

// A real core works behind each window: on a busy machine it may answer late. What is there at once is found at once.
configure({ asyncUtilTimeout: 10_000 });
