/** The transport’s motor: asks for a picture per frame while it plays, and nothing while it does not. */
export class Playback {
  playing = $state.raw(false);
  speed = $state.raw(1);
  private frame = 0;
  private drawnAt = 0;
  /** Told how much shown time, in µs, has passed since the last picture. */
  private readonly advance: (shown: number) => void;

  constructor(advance: (shown: number) => void) {
    this.advance = advance;
  }

  play(): void {
    if (this.playing) return;
    this.playing = true;
    this.drawnAt = 0;
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.frame);
  }

  private tick(now: number): void {
    if (!this.playing) return;
    // A hidden or busy page does not jump: at most a tenth of a second passes per picture.
    const passed = this.drawnAt === 0 ? 16 : Math.min(100, now - this.drawnAt);
    this.drawnAt = now;
    this.advance(passed * 1000 * this.speed);
    this.frame = requestAnimationFrame((next) => this.tick(next));
  }
}
