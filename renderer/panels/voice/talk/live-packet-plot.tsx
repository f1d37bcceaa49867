import { useEffect, useRef } from 'react';
import { readLiveBeats, subscribeToVoice } from '../../../stores/voice.ts';
import { keepPainted } from '../trace/keep-painted.ts';
import { drawLivePackets } from './live-packet-drawing.ts';
import { PacketLegend } from '../packets/packet-legend.tsx';
import { readPacketColours, swatchColour } from '../trace/trace-colours.ts';
import styles from '../trace/trace.module.css';

/** Packets of the take under way as they come, ten times a second. Drawn outside of React. */
export function LivePacketPlot() {
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const place = canvas.current;
    const frame = figure.current;
    if (place === null || frame === null) return undefined;
    const painted = keepPainted(place, (context, size) =>
      drawLivePackets(context, size, readLiveBeats(), {
        ...readPacketColours(place, frame),
        results: {
          good: swatchColour(frame, 'good'),
          plain: swatchColour(frame, 'plain'),
          trouble: swatchColour(frame, 'trouble'),
        },
      }),
    );
    const unsubscribe = subscribeToVoice((now, before) => {
      if (now.live === undefined || now.live === before.live) return;
      painted.again();
    });
    return () => {
      unsubscribe();
      painted.stop();
    };
  }, []);

  return (
    <figure ref={figure} className={styles['figure']}>
      <canvas
        ref={canvas}
        role="img"
        aria-label="Packets of the last 10 seconds: their sizes, the bitrate, and what GetVoice answered; in numbers below"
        className={styles['livePackets']}
        data-trace="live-packets"
      />
      <figcaption className={styles['caption']}>
        <PacketLegend bar="Packet size, mean of 0.1 s, bytes">
          {tones.map(({ tone, label }) => (
            <span key={tone} className={styles['key']}>
              <svg data-swatch={tone} className={styles[tone]} width="12" height="10" aria-hidden>
                <rect x="0" y="3" width="12" height="4" fill="currentColor" />
              </svg>
              {label}
            </span>
          ))}
        </PacketLegend>
      </figcaption>
    </figure>
  );
}

const tones = [
  { tone: 'good', label: 'OK' },
  { tone: 'plain', label: 'Only NoData or NotRecording' },
  { tone: 'trouble', label: 'Another result' },
] as const;
