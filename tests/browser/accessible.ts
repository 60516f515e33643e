import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Faults that a machine finds in a page, or in what these selectors name.
 *
 * Only violations are collected, and in the page itself: what passed is told in ten times as many
 * words, and a page of its own to join frames costs seconds that a page without frames need not pay.
 */
async function accessibilityFaults(page: Page, ...within: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  for (const selector of within) axe.include(selector);
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`,
  );
}

/** Expects that a machine finds no accessibility fault. */
export async function expectAccessible(page: Page, ...within: readonly string[]): Promise<void> {
  expect(await accessibilityFaults(page, ...within), within.join(', ')).toEqual([]);
}
