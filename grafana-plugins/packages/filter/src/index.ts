export { and, bodyOf, braced, clause, literal, not, toFieldName, type FieldType, type Operator } from './compose';
export { completionAt, type Completion } from './completion';
export { FilterInput, type FilterInputProps, type FilterProblem } from './FilterInput';
export type { SuggestedField, SuggestedValue, SuggestionSource } from './suggestions';
