package org.mainstay.cmdb.map;

import java.time.Clock;
import java.util.List;
import org.mainstay.cmdb.classes.ItemClasses;
import org.mainstay.cmdb.impact.GraphQueries;
import org.mainstay.cmdb.impact.Impacts;
import org.mainstay.cmdb.impact.LiveGraph;
import org.mainstay.cmdb.relation.KnownRelationTypes;
import org.mainstay.kernel.history.Histories;
import org.mainstay.kernel.store.RecordStore;
import org.mainstay.web.Panel;
import org.mainstay.web.Show;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(MapQueries.class)
class MapModule {

    @Bean
    Disturbances disturbances(RecordStore store, Impacts impacts, GraphQueries graph, List<Disturbance> sorts) {
        return new Disturbances(store, impacts, graph, sorts);
    }

    @Bean
    ItemMaps itemMaps(RecordStore store, Impacts impacts, GraphQueries queries, LiveGraph live, ItemClasses classes) {
        return new ItemMaps(store, impacts, queries, live, classes);
    }

    @Bean
    MapNodes mapNodes(ItemClasses classes, KnownRelationTypes types, LiveGraph live, Show show) {
        return new MapNodes(classes, types, live, show);
    }

    @Bean
    MapTimes mapTimes(
            Impacts impacts, MapQueries queries, Histories histories, MapNodes nodes, Show show, Clock clock) {
        return new MapTimes(impacts, queries, histories, nodes, show, clock);
    }

    @Bean
    MapViews mapViews(
            RecordStore store,
            ItemMaps maps,
            Disturbances disturbances,
            MapNodes nodes,
            MapTimes times,
            ItemClasses classes,
            KnownRelationTypes types,
            Clock clock) {
        return new MapViews(store, maps, disturbances, nodes, times, classes, types, clock);
    }

    @Bean
    ItemChanges itemChanges(
            Impacts impacts, GraphQueries graph, MapQueries queries, Histories histories, List<ChangeMarks> marks) {
        return new ItemChanges(impacts, graph, queries, histories, marks);
    }

    @Bean
    ServiceStates serviceStates(RecordStore store, Impacts impacts, GraphQueries graph, Disturbances disturbances) {
        return new ServiceStates(store, impacts, graph, disturbances);
    }

    @Bean
    Panel statePanel() {
        return new Panel(5, "configuration_item", "cmdb.state", "state", "", true);
    }

    @Bean
    Panel mapPanel() {
        return new Panel(15, "configuration_item", "cmdb.map", "map", "");
    }
}
