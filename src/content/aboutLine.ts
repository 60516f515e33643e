import { properties } from '../properties/index.ts';
import { fromGallery, gallery } from './gallery.ts';

/**
 * What a scenario of the menu shows. Demonstrations have their safeguard in the title, so this says
 * which rule depends on it.
 */
export function aboutLine(id: string): string {
  const { shows, breaks } = gallery.find((entry) => entry.id === id) ?? {};
  const property = properties.find((each) => each.id === shows);
  if (!property) return fromGallery(id)?.about ?? '';
  return `${breaks?.includes(property.id) ? 'Breaks' : 'Holds'}: ${property.sentence}`;
}
