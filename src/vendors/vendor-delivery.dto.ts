import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IfGiven, OrNull, Trimmed } from '../common/http/request-fields.js';

/** `download`: somebody fetches the files from Rollcall. */
export const DELIVERY_WAYS = ['download', 'sftp', 'email', 'https'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

/** How files of claims reach a vendor. Passwords, keys and secrets that are left out stay as they are. */
export class DeliveryBody {
  @IsIn(DELIVERY_WAYS)
  by!: DeliveryWay;

  /** SFTP: host name or address of the server. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @Matches(/^[A-Za-z0-9.:-]+$/, { message: '$property must be a host name or an address' })
  @MaxLength(253)
  host?: string;

  /** SFTP: 22 by default. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(65535)
  port?: number;

  /** SFTP: the account on the server. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  username?: string;

  /** SFTP: the folder in which the files are put. By default, the folder in which the account begins. */
  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  @Matches(/^[^\p{Cc}]*$/u, { message: '$property must be one line' })
  folder?: string | null;

  /** SFTP: fingerprint of the server's key, as `ssh-keygen -lf` shows it: `SHA256:…`. No other server gets the files. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @Matches(/^SHA256:[A-Za-z0-9+/]{43}=?$/, {
    message: '$property must be a fingerprint such as SHA256:uNiVztksCsDhcc0u9e8BrqLjzQ0Nw8F9L0DPsKG3dEU',
  })
  hostKey?: string;

  /** SFTP: password of the account. Nobody can read it again. */
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  password?: string;

  /** SFTP: private key of the account in OpenSSH or PEM form, instead of a password. Nobody can read it again. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  privateKey?: string;

  /** Email: who gets the files. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsEmail({}, { each: true })
  to?: string[];

  /** HTTPS: where Rollcall posts the files. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  url?: string;

  /** HTTPS: certificate of the authority that signed the server's certificate, in PEM form, if no public one did. */
  @OrNull()
  @IsString()
  @MaxLength(20_000)
  certificate?: string | null;

  /** The secret that signs files sent by HTTPS, and the vendor's replies. Nobody can read it again. */
  @IfGiven()
  @IsString()
  @MinLength(16)
  @MaxLength(500)
  secret?: string;
}
