using System.CommandLine;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>newsalerts deliveries</c>: how digests got to their readers, or did not.</summary>
internal sealed class DeliveriesCommand : Command
{
    public DeliveriesCommand(CommandContext context)
        : base("deliveries", "See how digests were sent, and send again what did not arrive.")
    {
        Add(new ListDeliveriesCommand(context, "list"));
        Add(new ShowDeliveryCommand(context));
        Add(new RetryDeliveryCommand(context));
    }
}
