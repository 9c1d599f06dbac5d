package org.anlan.http;

import org.anlan.access.AdminAccess;
import org.anlan.catalog.Catalog;
import org.anlan.coast.CountingRuleSets;
import org.anlan.coast.Retention;
import org.anlan.intake.Intake;
import org.anlan.intake.Jobs;
import org.anlan.store.Store;

/**
 * What the endpoints call.
 *
 * @param catalog the layers
 * @param store what is kept
 * @param intake takes hand-ins in
 * @param jobs checks and commits under way
 * @param retention computes the retention ratio
 * @param rules the counting rule sets
 * @param access who may change things
 */
public record Services(
        Catalog catalog,
        Store store,
        Intake intake,
        Jobs jobs,
        Retention retention,
        CountingRuleSets rules,
        AdminAccess access) {}
