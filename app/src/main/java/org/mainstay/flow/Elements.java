package org.mainstay.flow;

import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.ConditionalEventDefinition;
import org.flowable.bpmn.model.EventDefinition;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.SendTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;

/// Which elements of BPMN draw which kinds of steps.
final class Elements {

    private Elements() {}

    /// The kind that an element draws where it does not say so itself; empty for none of ours.
    static String kind(FlowElement element) {
        return switch (element) {
            case UserTask _ -> StepKind.TASK.code();
            case SendTask _ -> StepKind.SEND_MESSAGE.code();
            case CallActivity _ -> StepKind.SUB_FLOW.code();
            case IntermediateCatchEvent event ->
                switch (definition(event)) {
                    case TimerEventDefinition _ -> StepKind.TIMER.code();
                    case MessageEventDefinition _ -> StepKind.WAIT_FOR_MESSAGE.code();
                    case ConditionalEventDefinition _ -> StepKind.WAIT_FOR_CONDITION.code();
                    case null, default -> "";
                };
            default -> "";
        };
    }

    static boolean draws(FlowElement element, StepKind kind) {
        return switch (element) {
            case UserTask _ -> kind == StepKind.TASK || kind == StepKind.APPROVAL;
            // the converter reads a task that sends as one that serves
            case ServiceTask _ ->
                kind == StepKind.REST_CALL
                        || kind == StepKind.SET_ATTRIBUTE
                        || kind == StepKind.CREATE_RECORD
                        || kind == StepKind.SEND_MESSAGE;
            case SendTask _ -> kind == StepKind.SEND_MESSAGE;
            case CallActivity _ -> kind == StepKind.SUB_FLOW;
            case IntermediateCatchEvent event ->
                switch (definition(event)) {
                    case TimerEventDefinition _ -> kind == StepKind.TIMER || kind == StepKind.WAIT_UNTIL;
                    case MessageEventDefinition _ -> kind == StepKind.WAIT_FOR_MESSAGE;
                    case ConditionalEventDefinition _ -> kind == StepKind.WAIT_FOR_CONDITION;
                    case null, default -> false;
                };
            default -> false;
        };
    }

    private static @Nullable EventDefinition definition(IntermediateCatchEvent event) {
        return event.getEventDefinitions().size() == 1
                ? event.getEventDefinitions().getFirst()
                : null;
    }

    /// The element that draws a step.
    static FlowElement of(StepKind kind) {
        return switch (kind) {
            case TASK, APPROVAL -> new UserTask();
            case REST_CALL, SET_ATTRIBUTE, CREATE_RECORD -> new ServiceTask();
            case SEND_MESSAGE -> new SendTask();
            case SUB_FLOW -> new CallActivity();
            case WAIT_UNTIL, TIMER -> catching(new TimerEventDefinition());
            case WAIT_FOR_MESSAGE -> catching(new MessageEventDefinition());
            case WAIT_FOR_CONDITION -> catching(new ConditionalEventDefinition());
        };
    }

    private static FlowElement catching(EventDefinition definition) {
        var event = new IntermediateCatchEvent();
        event.addEventDefinition(definition);
        return event;
    }
}
