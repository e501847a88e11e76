import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** Columns are the snake_case of their property; tables, constraints and indexes are always named by hand. */
export class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }

  override primaryKeyName(tableOrName: string | { name: string }): string {
    const table = typeof tableOrName === 'string' ? tableOrName : tableOrName.name;
    return `${table.split('.').pop() ?? table}_pkey`;
  }
}
