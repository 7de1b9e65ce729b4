import { z } from 'zod';

// Without this zod tries whether it may compile its parsers with `new Function`, which the content security policy
// refuses. It has to come before the first schema is made: the first import of the page.
z.config({ jitless: true });
