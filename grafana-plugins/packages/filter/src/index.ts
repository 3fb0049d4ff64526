export {
  and,
  bodyOf,
  braced,
  clause,
  conditionOf,
  fieldOf,
  literal,
  not,
  type AttributeName,
  type FieldType,
  type Operator,
} from './compose';
export { completionAt, type Completion } from './completion';
export { FilterInput, type FilterInputProps } from './FilterInput';
export type { SuggestedField, SuggestedValue, SuggestionSource } from './suggestions';
export { suggestionsFrom } from './suggestionsFrom';
export { useFilterProblem, type FilterProblem } from './useFilterProblem';
