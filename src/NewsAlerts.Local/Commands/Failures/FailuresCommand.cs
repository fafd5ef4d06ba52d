namespace NewsAlerts.Local.Commands.Failures;

/// <summary><c>newsalerts failures</c>: what did not reach its end, and what to do about it. By itself it is the list.</summary>
internal sealed class FailuresCommand : ListFailuresCommand
{
    public FailuresCommand(CommandContext context)
        : base(context, "failures", "failures", "See what was rejected, poisoned or given up, and mend it. Without more, `failures list`.")
    {
        Add(new ListFailuresCommand(context, "list", "failures list", "List what was rejected, poisoned or given up, the latest first."));
        Add(new ShowFailureCommand(context));
        Add(new RetryFailuresCommand(context));
        Add(new DiscardFailuresCommand(context));
    }
}
