import { declareClientContract } from './client-contract.ts';
import { createNativeWorld } from './native-world.ts';

declareClientContract('the native client over the stand-in', createNativeWorld);
