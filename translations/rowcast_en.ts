<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>KafkaProbe</name>
    <message numerus="yes">
        <source>cluster %1 with %n broker(s); librdkafka %2</source>
        <translation>
            <numerusform>cluster %1 with %n broker; librdkafka %2</numerusform>
            <numerusform>cluster %1 with %n brokers; librdkafka %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>topic %1 exists with %n partition(s)</source>
        <translation>
            <numerusform>topic %1 exists with %n partition</numerusform>
            <numerusform>topic %1 exists with %n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) have no leader.</source>
        <translation>
            <numerusform>%n partition has no leader.</numerusform>
            <numerusform>%n partitions have no leader.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MySqlAssessment</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MySqlProbe</name>
    <message numerus="yes">
        <source>%n selected table(s) can be read</source>
        <translation>
            <numerusform>%n selected table can be read</numerusform>
            <numerusform>%n selected tables can be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::AssessmentView</name>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>%n check failed</numerusform>
            <numerusform>%n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed with %n warning(s)</source>
        <translation>
            <numerusform>Passed with %n warning</numerusform>
            <numerusform>Passed with %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::CloseGuard</name>
    <message numerus="yes">
        <source>%n task(s) run in this program and stop with it.</source>
        <translation>
            <numerusform>%n task runs in this program and stops with it.</numerusform>
            <numerusform>%n tasks run in this program and stop with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ConnectionLadder</name>
    <message numerus="yes">
        <source>Works, %n warning(s)</source>
        <translation>
            <numerusform>Works, %n warning</numerusform>
            <numerusform>Works, %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::Dashboard</name>
    <message numerus="yes">
        <source>last tested %n day(s) ago</source>
        <translation>
            <numerusform>last tested %n day ago</numerusform>
            <numerusform>last tested %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::DashboardPage</name>
    <message numerus="yes">
        <source>%n task(s) running, no failure</source>
        <translation>
            <numerusform>%n task running, no failure</numerusform>
            <numerusform>%n tasks running, no failure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a failure</source>
        <translation>
            <numerusform>%n with a failure</numerusform>
            <numerusform>%n with a failure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::EndpointsPage</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last test of %n failed</source>
        <translation>
            <numerusform>the last test of %n failed</numerusform>
            <numerusform>the last tests of %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstanceForm</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InstancesPage</name>
    <message numerus="yes">
        <source>%n instance(s), all on this computer</source>
        <translation>
            <numerusform>%n instance, on this computer</numerusform>
            <numerusform>%n instances, all on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::InterruptionBanner</name>
    <message numerus="yes">
        <source>Rowcast ended unexpectedly on %1 while %n task(s) were running.</source>
        <translation>
            <numerusform>Rowcast ended unexpectedly on %1 while %n task was running.</numerusform>
            <numerusform>Rowcast ended unexpectedly on %1 while %n tasks were running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Res&amp;ume %n task(s)</source>
        <translation>
            <numerusform>Res&amp;ume %n task</numerusform>
            <numerusform>Res&amp;ume %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::ReviewStep</name>
    <message numerus="yes">
        <source>%n table(s) selected</source>
        <translation>
            <numerusform>%n table selected</numerusform>
            <numerusform>%n tables selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selection rule(s)</source>
        <translation>
            <numerusform>%n selection rule</numerusform>
            <numerusform>%n selection rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::RuleRow</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) in the background</source>
        <translation>
            <numerusform>%n job in the background</numerusform>
            <numerusform>%n jobs in the background</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TableMappingForm</name>
    <message numerus="yes">
        <source>%1 of %n table(s) selected</source>
        <translation>
            <numerusform>%1 of %n table selected</numerusform>
            <numerusform>%1 of %n tables selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskActions</name>
    <message numerus="yes">
        <source>Reload sends about %1 load records of %n table(s) again, to consumers that may have them already.</source>
        <translation>
            <numerusform>Reload sends about %1 load records of %n table again, to consumers that may have them already.</numerusform>
            <numerusform>Reload sends about %1 load records of %n tables again, to consumers that may have them already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TaskOverview</name>
    <message numerus="yes">
        <source>%n more topic(s)</source>
        <translation>
            <numerusform>%n more topic</numerusform>
            <numerusform>%n more topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TasksPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rowcast::ui::TopicsPage</name>
    <message numerus="yes">
        <source>%n topic(s) on %1</source>
        <translation>
            <numerusform>%n topic on %1</numerusform>
            <numerusform>%n topics on %1</numerusform>
        </translation>
    </message>
</context>
</TS>
