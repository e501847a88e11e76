import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { ScopedRequest } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { rawBodyOf } from '../../../common/http/json-body.js';
import { Refusal } from '../../../common/refusal.js';
import { Clock } from '../../../common/time/clock.js';
import { VendorSecrets } from '../../delivery/vendor-secrets.service.js';
import { isSignedBy, readSignature, SIGNED_FOR_SECONDS } from './signature.js';

/** The same for a wrong signature, an unknown vendor, and a vendor without a secret. */
class SignatureWrong extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'SIGNATURE_WRONG';
  constructor() {
    super(
      'The signature is missing or does not fit. Send Rollcall-Vendor with the short name of the district, a slash and the key of the vendor, Rollcall-Timestamp in seconds since 1970, and Rollcall-Signature: v1= and the HMAC-SHA-256, in hexadecimal digits, of the timestamp, a dot and the body.',
    );
  }
}

class SignatureTooOld extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'SIGNATURE_TOO_OLD';
  constructor() {
    super(
      `Rollcall-Timestamp is more than ${SIGNED_FOR_SECONDS / 60} minutes away from the time of this server. Check the clock, and sign the request when you send it.`,
    );
  }
}

interface SigningVendor {
  districtId: string;
  timeZone: string;
  vendorId: string;
}

/** Lets in what a vendor has signed with the secret that it shares with the district, before anything of it is read. */
@Injectable()
export class SignatureGuard implements CanActivate {
  constructor(
    private readonly source: DataSource,
    private readonly secrets: VendorSecrets,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const signed = readSignature(header(request, 'timestamp'), header(request, 'signature'));
    if (!signed) throw new SignatureWrong();
    const now = this.clock.now().getTime() / 1000;
    if (Math.abs(now - signed.timestamp) > SIGNED_FOR_SECONDS) throw new SignatureTooOld();
    const vendor = await this.vendor(header(request, 'vendor'));
    const secrets = vendor ? await this.secrets.signingSecrets(vendor.districtId, vendor.vendorId) : [];
    if (!isSignedBy(secrets, signed, rawBodyOf(request)) || !vendor) throw new SignatureWrong();
    request.scope = scopeOf(vendor);
    return true;
  }

  /** @param name the district's short name, a slash, and the vendor's key */
  private async vendor(name: string | undefined): Promise<SigningVendor | undefined> {
    const [, slug, key] = /^([a-z0-9-]{1,63})\/([a-z0-9-]{1,100})$/.exec(name ?? '') ?? [];
    const [district] = await this.source.query<Pick<SigningVendor, 'districtId' | 'timeZone'>[]>(
      `SELECT id AS "districtId", time_zone AS "timeZone" FROM districts WHERE slug = $1`,
      [slug ?? ''],
    );
    const [vendor] = await this.source.query<{ id: string }[]>(
      `SELECT id FROM vendors WHERE district_id = $1 AND key = $2 AND is_active`,
      [district?.districtId ?? null, key ?? ''],
    );
    return district && vendor && { ...district, vendorId: vendor.id };
  }
}

/** The scope of the vendor that has signed a request. @throws SignatureWrong where nobody has */
export function scopeOfSigner({ scope }: ScopedRequest): Scope {
  if (!scope) throw new SignatureWrong();
  return scope;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[`rollcall-${name}`];
  return typeof value === 'string' ? value.trim() : undefined;
}

/** A vendor's own system: it reaches what people at the vendor reach. */
function scopeOf({ districtId, timeZone, vendorId }: SigningVendor): Scope {
  return {
    districtId,
    timeZone,
    accountId: null,
    role: 'vendor',
    permissions: new Set(['claims:answer']),
    sites: new Set(),
    vendorId,
  };
}
