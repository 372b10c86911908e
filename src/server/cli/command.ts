import type { Config } from '../config/config.js';
import type { GroupName, SettingName } from '../config/settings.js';
import type { Log } from '../log.js';
import type { CommandLine } from './command-line.js';
import type { Io } from './io.js';

/** What a command runs with. */
export interface CommandContext extends Pick<CommandLine, 'words' | 'options'> {
  config: Config;
  io: Io;
  log: Log;
}

/** Something that `seatkit-server` does. */
export interface Command {
  /** Its name and its words, as the help shows them. */
  usage: string;
  help: string;
  /** How many words it takes. */
  words: number;
  /** The settings that must be in order for it, and whole groups of them. */
  needs: readonly (GroupName | SettingName)[];
  /** @returns the exit code */
  run(context: CommandContext): Promise<number>;
}
