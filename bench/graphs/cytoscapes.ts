import cytoscape from 'cytoscape';
import { scaleOf } from './graph.ts';
import type { Drawer } from './picture.ts';

/** Cytoscape on its canvas, with the settings that make it quickest. */
export const cytoscapes: Drawer = (stage, graph) => {
  const cy = cytoscape({
    container: stage,
    elements: [
      ...graph.nodes.map(({ name, box }, i) => ({
        data: { id: `${i}`, name },
        position: { x: box.x + box.w / 2, y: box.y + box.h / 2 },
      })),
      ...graph.edges.map(([from, to], i) => ({
        data: { id: `e${i}`, source: `${from}`, target: `${to}` },
      })),
    ],
    style: [
      {
        selector: 'node',
        style: {
          shape: 'rectangle',
          width: 60,
          height: 24,
          label: 'data(name)',
          'font-size': 13,
          'text-valign': 'center',
          'background-color': '#dfe8fd',
          'border-color': '#1d3c97',
          'border-width': 1.2,
        },
      },
      { selector: 'node.away', style: { 'background-color': '#f4f2ec', 'border-style': 'dashed' } },
      { selector: 'edge', style: { width: 2, 'line-color': '#c8c3b8', 'curve-style': 'haystack' } },
    ],
    layout: { name: 'preset', fit: false },
    autoungrabify: true,
    autounselectify: true,
  });
  cy.viewport({ zoom: scaleOf(graph), pan: { x: 0, y: 0 } });
  return {
    pan: (x, y) => void cy.pan({ x, y }),
    turn: (nodes) =>
      cy.batch(() => {
        for (const i of nodes) cy.getElementById(`${i}`).toggleClass('away');
      }),
    remove: () => cy.destroy(),
  };
};
