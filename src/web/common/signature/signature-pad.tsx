import './signature.css';
import { Button, Text } from '@mantine/core';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../text/text.js';

/** Dots of the picture, whatever the screen: wide enough for a name, and small enough to send. */
const SIZE = { width: 600, height: 180 };
const PEN_WIDTH = 3;
/** Dots that a line must have at least: a touch by mistake is no signature. */
const SHORTEST = 40;

interface Point {
  x: number;
  y: number;
}

/** A place to sign with a finger, a pen or a mouse. Tells the picture as base64, or null while there is none. */
export function SignaturePad({ onChange }: { onChange: (image: string | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(undefined);
  const drawn = useRef(0);
  const [isEmpty, setIsEmpty] = useState(true);
  const clear = (): void => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    // White paper and black ink in either theme, as it is printed.
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, SIZE.width, SIZE.height);
    Object.assign(pen, { strokeStyle: '#000000', lineWidth: PEN_WIDTH, lineCap: 'round', lineJoin: 'round' });
    drawn.current = 0;
    setIsEmpty(true);
  };
  useEffect(clear, []);
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = pointOf(event);
    setIsEmpty(false);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d');
    const from = last.current;
    if (!pen || !from) return;
    const to = pointOf(event);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
    drawn.current += Math.hypot(to.x - from.x, to.y - from.y);
    last.current = to;
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!last.current) return;
    last.current = undefined;
    const picture = event.currentTarget.toDataURL('image/png').split(',')[1] ?? '';
    onChange(drawn.current >= SHORTEST ? picture : null);
  };
  return (
    <div className="signature">
      <canvas
        ref={canvas}
        {...SIZE}
        className="signature-paper"
        role="img"
        aria-label={t('sweeps.drawArea')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {isEmpty && (
        <Text size="sm" className="signature-hint" aria-hidden>
          {t('sweeps.drawHere')}
        </Text>
      )}
      <Button
        variant="default"
        mt="xs"
        disabled={isEmpty}
        onClick={() => {
          clear();
          onChange(null);
        }}
      >
        {t('sweeps.clear')}
      </Button>
    </div>
  );
}

/** Where the pointer is on the picture, which the page may show smaller. */
function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point {
  const shown = currentTarget.getBoundingClientRect();
  return {
    x: ((clientX - shown.left) * SIZE.width) / shown.width,
    y: ((clientY - shown.top) * SIZE.height) / shown.height,
  };
}
