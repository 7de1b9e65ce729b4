import {
  Book,
  Bookmark,
  Calendar,
  ChartColumn,
  Database,
  FileText,
  Globe,
  GraduationCap,
  Image,
  Newspaper,
  Podcast,
  Presentation,
  Users,
  Video,
  Wrench,
} from 'lucide-react';
import type { TypeIcon as TypeIconName } from '#shared/model/resource.ts';
import { Icon, type IconDrawing } from './Icon.tsx';

const drawings: Record<TypeIconName, IconDrawing> = {
  newspaper: Newspaper,
  presentation: Presentation,
  'file-text': FileText,
  'graduation-cap': GraduationCap,
  video: Video,
  wrench: Wrench,
  'chart-column': ChartColumn,
  book: Book,
  globe: Globe,
  calendar: Calendar,
  image: Image,
  podcast: Podcast,
  database: Database,
  users: Users,
  bookmark: Bookmark,
};

/** The icon of a resource type. Put the type's name beside it. */
export const TypeIcon = ({ name, size = 16 }: { readonly name: TypeIconName; readonly size?: number }) => (
  <Icon of={drawings[name]} size={size} />
);
