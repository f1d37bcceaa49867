// The package’s own door makes encoders and decoders asynchronously, and the simulator has to answer at once. Pinned.
export { default as createLibopusModule } from '../../node_modules/libopus-wasm/dist/generated/libopus.generated.mjs';
