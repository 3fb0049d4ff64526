/** Policies to begin with where those in force are not told. */
export const EXAMPLE = `precedence: all-vote
policies:
  - {name: errors, type: error}
  - {name: slow, type: latency, at-least: 2s}
  - {name: rest, type: probability, probability: 0.05}
`;
