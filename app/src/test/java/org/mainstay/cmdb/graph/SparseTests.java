package org.mainstay.cmdb.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseTests {

    private static final long SEED = Long.getLong("mainstay.seed", System.nanoTime());

    @Test
    void itHoldsWhatAMapHolds() {
        var random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            var sparse = new Sparse();
            var map = new HashMap<Long, Long>();
            int keys = random.nextInt(1, 8_000);
            for (int i = 0; i < 4 * Math.min(keys, 500); i++) {
                long key = random.nextInt(keys);
                if (random.nextInt(3) == 0) {
                    sparse.remove(key);
                    map.remove(key);
                } else {
                    sparse.put(key, i);
                    map.put(key, (long) i);
                }
            }
            for (long key = 0; key < keys; key++) {
                assertThat(sparse.get(key, -1))
                        .as("key %s of run %s, -Dmainstay.seed=%s", key, run, SEED)
                        .isEqualTo(map.getOrDefault(key, -1L));
            }
            sparse.clear();
            assertThat(sparse.get(random.nextInt(keys), -1)).isEqualTo(-1);
        }
    }
}
