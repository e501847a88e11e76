import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { Vendor } from './vendor.entity.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsQueries } from './vendors.queries.js';
import { Vendors } from './vendors.service.js';

/** Organizations that a district deals with: makers, resellers, insurers, repair depots, recyclers and lessors. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([Vendor])],
  controllers: [VendorsController],
  providers: [Vendors, VendorsQueries],
  exports: [Vendors],
})
export class VendorsModule {}
