import { JsonView } from 'react-json-view-lite';
import styles from './nested-value.module.css';

const look = {
  container: styles['container'] ?? '',
  basicChildStyle: styles['child'] ?? '',
  childFieldsContainer: styles['children'] ?? '',
  label: styles['label'] ?? '',
  clickableLabel: styles['label'] ?? '',
  nullValue: styles['quiet'] ?? '',
  undefinedValue: styles['quiet'] ?? '',
  numberValue: styles['number'] ?? '',
  stringValue: styles['string'] ?? '',
  booleanValue: styles['number'] ?? '',
  otherValue: styles['quiet'] ?? '',
  punctuation: styles['quiet'] ?? '',
  collapseIcon: styles['collapse'] ?? '',
  expandIcon: styles['expand'] ?? '',
  collapsedContent: styles['collapsed'] ?? '',
  noQuotesForStringValues: false,
  quotesForFieldNames: false,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
  stringifyStringValues: false,
};

/** A value that holds values, to open and close. */
export function NestedValue({ value }: { readonly value: object }) {
  return <JsonView data={value} style={look} shouldExpandNode={(level) => level < 2} />;
}
