import { PanelBody } from '../panel-body.tsx';
import { CallbackDetail } from './callback-detail.tsx';
import { CatalogueList } from './catalogue-list.tsx';
import { FunctionDetail } from './function-detail.tsx';
import styles from './functions-panel.module.css';
import { useChoice } from './functions-store.ts';

/** Every function and callback of ISteamUser: to be called by hand, looked up, and taken along as code. */
export function FunctionsPanel() {
  const choice = useChoice();
  return (
    <div className={styles['frame']}>
      <div className={styles['panel']}>
        <div className={styles['side']}>
          <h1 className={styles['title']}>Functions</h1>
          <CatalogueList />
        </div>
        <div
          key={choice.name}
          className={styles['detail']}
          role="region"
          aria-label={choice.name}
          tabIndex={0}
        >
          <PanelBody>
            {choice.kind === 'function' ? (
              <FunctionDetail name={choice.name} />
            ) : (
              <CallbackDetail name={choice.name} />
            )}
          </PanelBody>
        </div>
      </div>
    </div>
  );
}
